/** Scenario files that the build makes part of the page as data. */
declare module '*.yaml?scenario' {
  const file: import('@isoline/engine').ScenarioFile
  export default file
}
