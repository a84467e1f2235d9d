package io.orderloom.figures;

import io.orderloom.embedded.Packaging;

/** The kinds of packages that are compared. */
enum Kind {
    NATIVE("native", Packaging.NATIVE, false),
    JVM_WITH_AOT_CACHE("JVM, AOT cache", Packaging.JVM, true),
    JVM("JVM", Packaging.JVM, false);

    private final String title;
    private final Packaging packaging;
    private final boolean aotCache;

    Kind(String title, Packaging packaging, boolean aotCache) {
        this.title = title;
        this.packaging = packaging;
        this.aotCache = aotCache;
    }

    String title() {
        return title;
    }

    Packaging packaging() {
        return packaging;
    }

    boolean aotCache() {
        return aotCache;
    }
}
