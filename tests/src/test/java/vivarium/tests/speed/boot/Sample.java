package vivarium.tests.speed.boot;

/**
 * One subject in one round, through one link.
 *
 * @param link its title
 * @param subject its id
 * @param round 1-based
 * @param cold with a browser that had never been anywhere
 * @param warm the same browser, a second time
 */
record Sample(String link, String subject, int round, Visit cold, Visit warm) {}
