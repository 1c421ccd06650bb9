/** Name of the file that states facts which the result files in its folder and below do not state themselves. */
export const FACTS_FILE = 'matchpoint.import.json';
