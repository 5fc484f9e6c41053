package candour.bench;

import java.util.List;

/**
 * A page under measurement.
 *
 * @param cookies of one signed-in browser for each client
 * @param paths which the clients ask for in turn
 */
record Arm(String name, List<String> cookies, List<String> paths) {}
