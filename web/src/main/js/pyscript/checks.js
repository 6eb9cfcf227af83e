// Looks through configurations, as the tool that builds pages does.
export { problems } from "../../../../target/teavm/pyscript-configuration.js";
