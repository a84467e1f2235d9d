package io.orderloom.kit.order;

import java.util.ArrayList;
import java.util.List;
import java.util.Queue;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionException;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.locks.Lock;
import java.util.function.Function;
import java.util.function.Predicate;
import java.util.function.ToIntFunction;
import software.amazon.awssdk.services.dynamodb.model.DynamoDbException;

/**
 * Combines the reads or writes that come in while a request is under way into the next request. A
 * batch's orders are handled in parallel, and each would make requests of its own to the table;
 * combined, the batch makes two or three.
 *
 * <p>Nothing is delayed in order to be combined: if no request is under way, one is made at once.
 * Each caller gets its own answer, and a failure that a single caller can have caused reaches only
 * that one.
 */
final class RequestCoalescer<Q, A> {
    private final int most;
    private final ToIntFunction<Q> size;
    private final Function<List<Q>, List<A>> request;
    private final Predicate<RuntimeException> oneIsToBlame;
    private final Queue<Waiting<Q, A>> waiting = new ConcurrentLinkedQueue<>();
    private final Lock underWay;

    /**
     * @param most the largest sum of sizes that one request takes
     * @param request answers each question, in their order
     * @param oneIsToBlame whether a failure can have been caused by a single question: each is then
     *     sent alone
     * @param underWay the lock that is held during a request
     */
    RequestCoalescer(
            int most,
            ToIntFunction<Q> size,
            Function<List<Q>, List<A>> request,
            Predicate<RuntimeException> oneIsToBlame,
            Lock underWay) {
        this.most = most;
        this.size = size;
        this.request = request;
        this.oneIsToBlame = oneIsToBlame;
        this.underWay = underWay;
    }

    /**
     * Whether the table rejected the request itself, and so perhaps one question in it. If it is
     * busy or unreachable, no question is the cause, and more requests would not help.
     */
    static boolean oneIsToBlame(RuntimeException failure) {
        return failure instanceof DynamoDbException refused
                && refused.awsErrorDetails() != null
                && "ValidationException".equals(refused.awsErrorDetails().errorCode());
    }

    private record Waiting<Q, A>(Q question, CompletableFuture<A> answer) {}

    /** Returns the answer to a question, or throws what the request threw. */
    A ask(Q question) {
        var mine = new Waiting<>(question, new CompletableFuture<A>());
        waiting.add(mine);
        underWay.lock();
        try {
            while (!mine.answer().isDone()) {
                serve(next());
            }
        } finally {
            underWay.unlock();
        }
        try {
            return mine.answer().join();
        } catch (CompletionException failed) {
            throw failed.getCause() instanceof RuntimeException cause ? cause : failed;
        }
    }

    /** The questions that came first, as many as one request takes, and at least one. */
    private List<Waiting<Q, A>> next() {
        var next = new ArrayList<Waiting<Q, A>>();
        int total = 0;
        for (var first = waiting.peek(); first != null; first = waiting.peek()) {
            total += size.applyAsInt(first.question());
            if (!next.isEmpty() && total > most) {
                break;
            }
            next.add(first);
            waiting.remove();
        }
        return next;
    }

    private void serve(List<Waiting<Q, A>> all) {
        try {
            var answers = request.apply(all.stream().map(Waiting::question).toList());
            for (int i = 0; i < all.size(); i++) {
                all.get(i).answer().complete(answers.get(i));
            }
        } catch (RuntimeException failed) {
            if (all.size() > 1 && oneIsToBlame.test(failed)) {
                all.forEach(one -> serve(List.of(one)));
            } else {
                all.forEach(one -> one.answer().completeExceptionally(failed));
            }
        }
    }
}
