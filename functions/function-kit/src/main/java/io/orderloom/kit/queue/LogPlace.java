package io.orderloom.kit.queue;

import com.fasterxml.jackson.annotation.JsonInclude;
import com.fasterxml.jackson.annotation.JsonProperty;
import io.quarkus.runtime.annotations.RegisterForReflection;
import org.jspecify.annotations.Nullable;

/**
 * The place where the check of all orders' logs continues: after an item of the table, or at the
 * beginning if it names none.
 *
 * @param partition of the last item that was checked, together with {@code sort}
 * @param page how many pages were checked before
 */
@RegisterForReflection
@JsonInclude(JsonInclude.Include.NON_NULL)
public record LogPlace(
        @JsonProperty("partition") @Nullable String partition,
        @JsonProperty("sort") @Nullable String sort,
        @JsonProperty("page") int page) {

    public static final LogPlace BEGINNING = new LogPlace(null, null, 0);
}
