package io.orderloom.crash;

import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.util.ArrayList;
import java.util.List;
import java.util.SplittableRandom;

/**
 * Ports for a stack that restarts at the same addresses. They are free and below the range from
 * which the system assigns ports, so that no other process gets one between two starts.
 */
final class LastingPorts {
    private static final int LOWEST = 20_000;
    private static final int BEYOND = 30_000;
    private static final List<String> PARTS =
            List.of("http", "sqs", "dynamodb", "erp", "subscriber", "shop");

    private LastingPorts() {}

    /** The options for {@code make run}. */
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
