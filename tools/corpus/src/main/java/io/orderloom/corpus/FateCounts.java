package io.orderloom.corpus;

/** How many payloads ended in each way. */
record FateCounts(int accepted, int silent, int held, int refused, int unnamed, int mismatched) {
    static final FateCounts NONE = new FateCounts(0, 0, 0, 0, 0, 0);

    static FateCounts of(PayloadFate fate) {
        return switch (fate) {
            case PayloadFate.Accepted(boolean news) -> new FateCounts(1, news ? 0 : 1, 0, 0, 0, 0);
            case PayloadFate.Held _ -> new FateCounts(0, 0, 1, 0, 0, 0);
            case PayloadFate.Refused _ -> new FateCounts(0, 0, 0, 1, 0, 0);
            case PayloadFate.Unnamed _ -> new FateCounts(0, 0, 0, 0, 1, 0);
            case PayloadFate.Mismatched _ -> new FateCounts(0, 0, 0, 0, 0, 1);
        };
    }

    FateCounts plus(FateCounts other) {
        return new FateCounts(
                accepted + other.accepted,
                silent + other.silent,
                held + other.held,
                refused + other.refused,
                unnamed + other.unnamed,
                mismatched + other.mismatched);
    }

    int payloads() {
        return accepted + held + refused + unnamed + mismatched;
    }

    boolean sound() {
        return unnamed == 0 && mismatched == 0;
    }
}
