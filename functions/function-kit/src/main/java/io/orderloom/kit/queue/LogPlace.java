package io.orderloom.kit.queue;

import com.fasterxml.jackson.annotation.JsonInclude;
import com.fasterxml.jackson.annotation.JsonProperty;
import io.quarkus.runtime.annotations.RegisterForReflection;
import org.jspecify.annotations.Nullable;

/**
 * Where a look through the logs of all orders goes on: behind an item of the table; at the
 * beginning where it names none.
 *
 * @param partition of the last item that was looked at, together with {@code sort}
 * @param page how many pages were looked through before
 */
@RegisterForReflection
@JsonInclude(JsonInclude.Include.NON_NULL)
public record LogPlace(
        @JsonProperty("partition") @Nullable String partition,
        @JsonProperty("sort") @Nullable String sort,
        @JsonProperty("page") int page) {

    public static final LogPlace BEGINNING = new LogPlace(null, null, 0);
}
