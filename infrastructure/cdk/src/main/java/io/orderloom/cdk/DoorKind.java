package io.orderloom.cdk;

import com.fasterxml.jackson.annotation.JsonProperty;

/** The kinds of door through which webhooks come in. */
enum DoorKind {
    /** API Gateway's HTTP API. It limits the rate of requests and logs each of them. */
    @JsonProperty("http-api")
    HTTP_API,
    /**
     * The address of the function itself. It costs nothing for each request, and limits nothing.
     */
    @JsonProperty("function-url")
    FUNCTION_URL
}
