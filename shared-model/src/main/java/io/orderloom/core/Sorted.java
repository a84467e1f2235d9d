package io.orderloom.core;

import java.util.AbstractList;
import java.util.ArrayDeque;
import java.util.Comparator;
import java.util.Iterator;
import java.util.List;
import java.util.NoSuchElementException;
import java.util.Objects;
import java.util.function.Supplier;
import java.util.function.ToIntFunction;
import java.util.function.UnaryOperator;

/**
 * An immutable list in the order of its elements. A changed copy costs only the logarithm of its
 * size, because an order with twenty thousand refunds is folded from as many facts, one after the
 * other.
 *
 * @param <T> an element
 * @param <S> the sum of all elements
 */
final class Sorted<T, S> extends AbstractList<T> {
    private final Measure<T, S> measure;
    private final Tree<T, S> tree;

    private Sorted(Measure<T, S> measure, Tree<T, S> tree) {
        this.measure = measure;
        this.tree = tree;
    }

    static <T> Sorted<T, Measure.Nothing> of(List<T> inOrder) {
        return of(inOrder, Measure.none());
    }

    /**
     * @param inOrder sorted already
     */
    @SuppressWarnings("unchecked")
    static <T, S> Sorted<T, S> of(List<T> inOrder, Measure<T, S> measure) {
        return inOrder instanceof Sorted<T, ?> sorted && sorted.measure.equals(measure)
                // The same measure gives the same type of sum.
                ? (Sorted<T, S>) sorted
                : new Sorted<>(measure, Tree.of(List.copyOf(inOrder), measure));
    }

    /** The sum of all elements. */
    S sum() {
        return tree.sum(measure);
    }

    /**
     * A copy with the element of that key changed, or with a changed new element if there is none.
     */
    Sorted<T, S> with(ToIntFunction<T> toKey, Supplier<T> unseen, UnaryOperator<T> change) {
        return new Sorted<>(measure, tree.with(measure, toKey, unseen, change));
    }

    /** A copy with one more element, behind those that are equal to it. */
    Sorted<T, S> plus(T element, Comparator<T> order) {
        return with(
                known -> order.compare(known, element) <= 0 ? -1 : 1, () -> element, same -> same);
    }

    Sorted<T, S> each(UnaryOperator<T> change) {
        return of(stream().map(change).toList(), measure);
    }

    @Override
    public T get(int index) {
        return tree.get(Objects.checkIndex(index, size()));
    }

    @Override
    public int size() {
        return tree.size();
    }

    @Override
    public Iterator<T> iterator() {
        return new InOrder<>(tree);
    }

    private static final class InOrder<T, S> implements Iterator<T> {
        private final ArrayDeque<Tree.Node<T, S>> open = new ArrayDeque<>();

        InOrder(Tree<T, S> tree) {
            leftmost(tree);
        }

        private void leftmost(Tree<T, S> from) {
            var tree = from;
            while (tree instanceof Tree.Node<T, S> node) {
                open.push(node);
                tree = node.left();
            }
        }

        @Override
        public boolean hasNext() {
            return !open.isEmpty();
        }

        @Override
        public T next() {
            if (open.isEmpty()) {
                throw new NoSuchElementException();
            }
            var node = open.pop();
            leftmost(node.right());
            return node.element();
        }
    }
}
