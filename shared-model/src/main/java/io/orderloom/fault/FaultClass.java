package io.orderloom.fault;

/** The closed set of faults, by what has to be done about them. */
public enum FaultClass {
    TRANSIENT,
    RATE_LIMITED,
    IN_DOUBT,
    REJECTED,
    INVALID,
    UNAUTHORIZED,
    CONFLICT,
    BUG;

    public static FaultClass of(Fault fault) {
        return switch (fault) {
            case Fault.Transient _ -> TRANSIENT;
            case Fault.RateLimited _ -> RATE_LIMITED;
            case Fault.InDoubt _ -> IN_DOUBT;
            case Fault.Rejected _ -> REJECTED;
            case Fault.Invalid _ -> INVALID;
            case Fault.Unauthorized _ -> UNAUTHORIZED;
            case Fault.Conflict _ -> CONFLICT;
            case Fault.Bug _ -> BUG;
        };
    }
}
