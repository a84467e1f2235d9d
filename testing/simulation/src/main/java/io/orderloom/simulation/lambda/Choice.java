package io.orderloom.simulation.lambda;

import jakarta.enterprise.inject.Instance;
import jakarta.enterprise.util.TypeLiteral;
import java.lang.annotation.Annotation;
import java.util.Iterator;
import java.util.List;

/** Beans to choose from, without a CDI container. */
record Choice<T>(List<T> among) implements Instance<T> {

    @Override
    public Iterator<T> iterator() {
        return among.iterator();
    }

    @Override
    public T get() {
        if (among.size() != 1) {
            throw new IllegalStateException(
                    "the only bean was requested, and there are %d".formatted(among.size()));
        }
        return among.getFirst();
    }

    @Override
    public boolean isUnsatisfied() {
        return among.isEmpty();
    }

    @Override
    public boolean isAmbiguous() {
        return among.size() > 1;
    }

    @Override
    public void destroy(T instance) {}

    @Override
    public Instance<T> select(Annotation... qualifiers) {
        throw notHere();
    }

    @Override
    public <U extends T> Instance<U> select(Class<U> subtype, Annotation... qualifiers) {
        throw notHere();
    }

    @Override
    public <U extends T> Instance<U> select(TypeLiteral<U> subtype, Annotation... qualifiers) {
        throw notHere();
    }

    @Override
    public Handle<T> getHandle() {
        throw notHere();
    }

    @Override
    public Iterable<? extends Handle<T>> handles() {
        throw notHere();
    }

    private static UnsupportedOperationException notHere() {
        return new UnsupportedOperationException(
                "only get() and iterator() are supported here; add the method to Choice");
    }
}
