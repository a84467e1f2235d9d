package io.orderloom.crash;

import io.orderloom.embedded.http.ProxyHook.Service;
import java.nio.charset.StandardCharsets;
import java.util.Optional;

/**
 * The kinds of effects between which a function's process can die, recognized by their requests.
 */
enum KillBoundary {
    /** An invocation is handed to the function. */
    RECEIVE,
    /** Items are read. */
    READ,
    /** A fact is committed together with the new state. */
    COMMIT,
    /** Something is stored beside the state: a payload, a document or an exception. */
    KEEP,
    /** A task is claimed, handed over or settled. */
    CLAIM,
    /** A permit for calls at an ERP account is requested, or their result is reported. */
    ACCOUNT,
    /** The ERP is queried for what it has. */
    ERP_LOOK_UP,
    /** The ERP is called to change something. */
    ERP_WRITE,
    /** The shop is queried for its refunds. */
    REFUND_LOOK_UP,
    /** The shop is called to refund money. */
    REFUND,
    /** An event is delivered to a subscriber. */
    TELL,
    /** Messages are sent. */
    SEND,
    /** The visibility timeout of messages is extended. */
    POSTPONE,
    /** The function reports the messages that it has finished. */
    ACKNOWLEDGE;

    /** The effect of a request to a service, or empty for a request at which no process dies. */
    static Optional<KillBoundary> of(Service service, String method, String action, byte[] body) {
        return switch (service) {
            case RUNTIME -> runtime(method, action);
            case SQS -> sqs(action);
            case DYNAMODB -> dynamoDb(action, body);
            case ERP -> Optional.of(method.equals("GET") ? ERP_LOOK_UP : ERP_WRITE);
            case SHOP -> Optional.of(text(body).contains("mutation") ? REFUND : REFUND_LOOK_UP);
            case SUBSCRIBER -> Optional.of(TELL);
        };
    }

    private static Optional<KillBoundary> runtime(String method, String path) {
        if (method.equals("GET")) {
            return Optional.of(RECEIVE);
        }
        return path.endsWith("/response") ? Optional.of(ACKNOWLEDGE) : Optional.empty();
    }

    private static Optional<KillBoundary> sqs(String action) {
        if (action.startsWith("SendMessage")) {
            return Optional.of(SEND);
        }
        return action.startsWith("ChangeMessageVisibility")
                ? Optional.of(POSTPONE)
                : Optional.empty();
    }

    private static Optional<KillBoundary> dynamoDb(String action, byte[] body) {
        return switch (action) {
            case "TransactWriteItems" -> Optional.of(COMMIT);
            case "GetItem", "BatchGetItem", "Query" -> Optional.of(READ);
            case "PutItem" ->
                    Optional.of(
                            text(body).contains("\"S\":\"STATE\"") ? COMMIT : written(text(body)));
            case "UpdateItem", "DeleteItem", "BatchWriteItem" -> Optional.of(written(text(body)));
            default -> Optional.empty();
        };
    }

    private static KillBoundary written(String body) {
        if (body.contains("#account\"")) {
            return ACCOUNT;
        }
        return body.contains("\"TASK#") ? CLAIM : KEEP;
    }

    private static String text(byte[] body) {
        return new String(body, StandardCharsets.UTF_8);
    }
}
