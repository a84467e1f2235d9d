package io.orderloom.embedded.http;

import java.net.URI;

/** Puts a proxy between a function and the services that it calls. */
public interface ProxyHook {
    /** Puts nothing between them. */
    ProxyHook NONE = (_, _, target) -> target;

    /** The services that a function calls. */
    enum Service {
        /** The Lambda Runtime API. */
        RUNTIME,
        SQS,
        DYNAMODB,
        ERP,
        SHOP,
        SUBSCRIBER
    }

    /**
     * @param caller a function's label
     * @return the address at which the caller reaches the service
     */
    URI to(String caller, Service service, URI target);
}
