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
 * One request for all who ask while another is under way. A batch's orders are worked on beside
 * each other, and what each of them asks of the table alone costs a request; asked together, the
 * batch costs two or three.
 *
 * <p>Nobody waits for company: whoever comes while nothing is under way is served at once. Each
 * gets an answer of his own, and a failure that only one of them can have caused reaches only him.
 */
final class RequestCoalescer<Q, A> {
    private final int most;
    private final ToIntFunction<Q> size;
    private final Function<List<Q>, List<A>> request;
    private final Predicate<RuntimeException> oneIsToBlame;
    private final Queue<Waiting<Q, A>> waiting = new ConcurrentLinkedQueue<>();
    private final Lock underWay;

    /**
     * @param most the sum of sizes that one request takes
     * @param request answers each question, in their order
     * @param oneIsToBlame a failure that a single question can have caused: each is then asked
     *     alone
     * @param underWay held while a request is
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
     * The table found fault with the request itself, and so perhaps with one question in it; being
     * busy or away is nobody's fault, and asking more often would not help.
     */
    static boolean oneIsToBlame(RuntimeException failure) {
        return failure instanceof DynamoDbException refused
                && refused.awsErrorDetails() != null
                && "ValidationException".equals(refused.awsErrorDetails().errorCode());
    }

    private record Waiting<Q, A>(Q question, CompletableFuture<A> answer) {}

    /** Throws what the request threw. */
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

    /** Those who came first, as many as one request takes, one at least. */
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
