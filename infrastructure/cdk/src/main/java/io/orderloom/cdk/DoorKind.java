package io.orderloom.cdk;

import com.fasterxml.jackson.annotation.JsonProperty;

/** Through what webhooks come in. */
enum DoorKind {
    /** API Gateway's HTTP API: bounded in its rate, with a log of each request. */
    @JsonProperty("http-api")
    HTTP_API,
    /** The address of the function itself: costs nothing a request, and bounds nothing. */
    @JsonProperty("function-url")
    FUNCTION_URL
}
