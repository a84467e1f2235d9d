package io.orderloom.embedded.crash;

import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.util.ArrayList;
import java.util.List;
import java.util.SplittableRandom;

/**
 * Ports for a stack that comes back where it was: free ones, and below those that the system hands
 * out, so that nobody gets one of them between two of its lives.
 */
final class LastingPorts {
    private static final int LOWEST = 20_000;
    private static final int BEYOND = 30_000;
    private static final List<String> PARTS =
            List.of("http", "sqs", "dynamodb", "erp", "subscriber", "shop");

    private LastingPorts() {}

    /** As for {@code make run}. */
    static List<String> words() {
        var random = new SplittableRandom();
        var chosen = new ArrayList<Integer>();
        var words = new ArrayList<String>();
        while (chosen.size() < PARTS.size()) {
            int port = random.nextInt(LOWEST, BEYOND);
            if (!chosen.contains(port) && free(port)) {
                words.add("--port-" + PARTS.get(chosen.size()));
                words.add(Integer.toString(port));
                chosen.add(port);
            }
        }
        return words;
    }

    private static boolean free(int port) {
        try (var _ = new ServerSocket(port, 1, InetAddress.getLoopbackAddress())) {
            return true;
        } catch (IOException e) {
            return false;
        }
    }
}
