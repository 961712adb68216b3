// The package belongs to the server; type-graphql needs it loaded before any decorated class.
import '../../server/node_modules/reflect-metadata/Reflect.js';
