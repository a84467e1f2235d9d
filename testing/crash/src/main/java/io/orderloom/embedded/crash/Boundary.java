package io.orderloom.embedded.crash;

import io.orderloom.embedded.http.ProxyHook.Service;
import java.nio.charset.StandardCharsets;
import java.util.Optional;

/** The kinds of effects between which a function's process can die, known by their requests. */
enum Boundary {
    /** An invocation is handed to the function. */
    RECEIVE,
    /** Items are read. */
    READ,
    /** A fact is committed with the new state. */
    COMMIT,
    /** Something is put beside the state: payload, document, exception. */
    KEEP,
    /** A task changes hands or outcome. */
    CLAIM,
    /** Calls at an ERP account are asked for, or told of. */
    ACCOUNT,
    /** The ERP is asked what it has. */
    ERP_LOOK_UP,
    /** The ERP is asked to change something. */
    ERP_WRITE,
    /** The shop is asked what it gave back. */
    REFUND_LOOK_UP,
    /** The shop is asked to give money back. */
    REFUND,
    /** A subscriber is told. */
    TELL,
    /** Messages are sent. */
    SEND,
    /** Messages are hidden for longer. */
    POSTPONE,
    /** The function says what it is done with. */
    ACKNOWLEDGE;

    /** A request as it came to a service; empty where it is none that has or reads an effect. */
    static Optional<Boundary> of(Service service, String method, String action, byte[] body) {
        return switch (service) {
            case RUNTIME -> runtime(method, action);
            case SQS -> sqs(action);
            case DYNAMODB -> dynamoDb(action, body);
            case ERP -> Optional.of(method.equals("GET") ? ERP_LOOK_UP : ERP_WRITE);
            case SHOP -> Optional.of(text(body).contains("mutation") ? REFUND : REFUND_LOOK_UP);
            case SUBSCRIBER -> Optional.of(TELL);
        };
    }

    private static Optional<Boundary> runtime(String method, String path) {
        if (method.equals("GET")) {
            return Optional.of(RECEIVE);
        }
        return path.endsWith("/response") ? Optional.of(ACKNOWLEDGE) : Optional.empty();
    }

    private static Optional<Boundary> sqs(String action) {
        if (action.startsWith("SendMessage")) {
            return Optional.of(SEND);
        }
        return action.startsWith("ChangeMessageVisibility")
                ? Optional.of(POSTPONE)
                : Optional.empty();
    }

    private static Optional<Boundary> dynamoDb(String action, byte[] body) {
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

    private static Boundary written(String body) {
        if (body.contains("#account\"")) {
            return ACCOUNT;
        }
        return body.contains("\"TASK#") ? CLAIM : KEEP;
    }

    private static String text(byte[] body) {
        return new String(body, StandardCharsets.UTF_8);
    }
}
