package io.orderloom.core;

import java.util.List;
import java.util.function.Supplier;
import java.util.function.ToIntFunction;
import java.util.function.UnaryOperator;

/** The balanced tree (AVL) behind a {@link Sorted} list; each node knows the sum below it. */
sealed interface Tree<T, S> {

    int size();

    int height();

    S sum(Measure<T, S> measure);

    T get(int index);

    Tree<T, S> with(
            Measure<T, S> measure,
            ToIntFunction<T> toKey,
            Supplier<T> unseen,
            UnaryOperator<T> change);

    static <T, S> Tree<T, S> of(List<T> inOrder, Measure<T, S> measure) {
        if (inOrder.isEmpty()) {
            return new Empty<>();
        }
        int middle = inOrder.size() / 2;
        return node(
                measure,
                of(inOrder.subList(0, middle), measure),
                inOrder.get(middle),
                of(inOrder.subList(middle + 1, inOrder.size()), measure));
    }

    record Empty<T, S>() implements Tree<T, S> {
        @Override
        public int size() {
            return 0;
        }

        @Override
        public int height() {
            return 0;
        }

        @Override
        public S sum(Measure<T, S> measure) {
            return measure.empty();
        }

        @Override
        public T get(int index) {
            throw new IndexOutOfBoundsException(index);
        }

        @Override
        public Tree<T, S> with(
                Measure<T, S> measure,
                ToIntFunction<T> toKey,
                Supplier<T> unseen,
                UnaryOperator<T> change) {
            return node(measure, this, change.apply(unseen.get()), this);
        }
    }

    record Node<T, S>(Tree<T, S> left, T element, Tree<T, S> right, int size, int height, S kept)
            implements Tree<T, S> {

        @Override
        public S sum(Measure<T, S> measure) {
            return kept;
        }

        @Override
        public T get(int index) {
            int before = left.size();
            if (index == before) {
                return element;
            }
            return index < before ? left.get(index) : right.get(index - before - 1);
        }

        @Override
        public Tree<T, S> with(
                Measure<T, S> measure,
                ToIntFunction<T> toKey,
                Supplier<T> unseen,
                UnaryOperator<T> change) {
            int order = toKey.applyAsInt(element);
            if (order == 0) {
                return node(measure, left, change.apply(element), right);
            }
            return order > 0
                    ? balanced(measure, left.with(measure, toKey, unseen, change), element, right)
                    : balanced(measure, left, element, right.with(measure, toKey, unseen, change));
        }
    }

    private static <T, S> Node<T, S> node(
            Measure<T, S> measure, Tree<T, S> left, T element, Tree<T, S> right) {
        return new Node<>(
                left,
                element,
                right,
                left.size() + 1 + right.size(),
                Math.max(left.height(), right.height()) + 1,
                measure.plus(
                        measure.plus(left.sum(measure), measure.of(element)), right.sum(measure)));
    }

    /** Rotates the node if one side has become two levels higher than the other. */
    private static <T, S> Node<T, S> balanced(
            Measure<T, S> measure, Tree<T, S> left, T element, Tree<T, S> right) {
        if (left instanceof Node<T, S> l && l.height() > right.height() + 1) {
            return l.right() instanceof Node<T, S> inner && inner.height() > l.left().height()
                    ? node(
                            measure,
                            node(measure, l.left(), l.element(), inner.left()),
                            inner.element(),
                            node(measure, inner.right(), element, right))
                    : node(
                            measure,
                            l.left(),
                            l.element(),
                            node(measure, l.right(), element, right));
        }
        if (right instanceof Node<T, S> r && r.height() > left.height() + 1) {
            return r.left() instanceof Node<T, S> inner && inner.height() > r.right().height()
                    ? node(
                            measure,
                            node(measure, left, element, inner.left()),
                            inner.element(),
                            node(measure, inner.right(), r.element(), r.right()))
                    : node(measure, node(measure, left, element, r.left()), r.element(), r.right());
        }
        return node(measure, left, element, right);
    }
}
