// dependency-cruiser reads path aliases in webpack's form; this is the one of tsconfig.json.
module.exports = { resolve: { alias: { '@': require('node:path').dirname(__dirname) } } }
