package io.orderloom.embedded;

import io.orderloom.embedded.common.StartupFailure;
import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;

/** Finds taken ports before anything is started. */
final class PortCheck {
    private PortCheck() {}

    /**
     * Checks all ports at once, so that the last one can't fail when half of the stack is started.
     */
    static void allFree(StackOptions options) {
        var ports = options.ports();
        free("the HTTP door", "http", ports.http());
        free("SQS", "sqs", ports.sqs());
        free("DynamoDB", "dynamodb", ports.dynamodb());
        switch (options.erp()) {
            case ErpChoice.Sandbox _ -> free("the sandbox ERP", "erp", ports.erp());
            // Odoo itself listens on that port by default.
            case ErpChoice.Odoo _, ErpChoice.Elsewhere _ -> {}
        }
        free("the subscriber", "subscriber", ports.subscriber());
        if (options.demoShopApi().isEmpty()) {
            free("the demo shop", "shop", ports.shop());
        }
    }

    /**
     * The port itself, or a free one for 0: for parts that can't choose a free port by themselves.
     */
    static int chosen(int port) {
        return port == 0 ? free("SQS", "sqs", 0) : port;
    }

    private static int free(String part, String option, int port) {
        try (var socket = new ServerSocket(port, 1, InetAddress.getLoopbackAddress())) {
            return socket.getLocalPort();
        } catch (IOException e) {
            throw new StartupFailure(
                    "port %d for %s is taken; choose another with --port-%s N (0 = any free)"
                            .formatted(port, part, option),
                    e);
        }
    }
}
