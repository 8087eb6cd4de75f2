export { Glossary } from './Glossary'
