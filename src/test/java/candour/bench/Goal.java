package candour.bench;

/**
 * What is asked of a page.
 *
 * @param limit the page that does the least of the same kind
 * @param share of the limit page's requests a second that the page should reach
 */
record Goal(Arm page, Arm limit, double share) {}
