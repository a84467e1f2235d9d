package io.orderloom.embedded.http;

import java.net.URI;

/** What stands between a function and the services that it calls. */
public interface ProxyHook {
    /** Nothing does. */
    ProxyHook NONE = (_, _, target) -> target;

    /** What can be called. */
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
     * @return where the caller finds the service
     */
    URI to(String caller, Service service, URI target);
}
