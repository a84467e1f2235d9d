package io.orderloom.desk;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** The command line: a command, and {@code NAME=value} after it; an empty value counts as none. */
record CommandArguments(String command, Map<String, String> values) {

    static CommandArguments of(List<String> words) {
        var values = new HashMap<String, String>();
        for (var word : words.subList(Math.min(1, words.size()), words.size())) {
            int at = word.indexOf('=');
            if (at < 1) {
                throw new UsageException("'%s' is not of the form NAME=value".formatted(word));
            }
            values.put(word.substring(0, at), word.substring(at + 1).strip());
        }
        return new CommandArguments(words.isEmpty() ? "" : words.getFirst(), Map.copyOf(values));
    }

    Optional<String> find(String name) {
        return Optional.ofNullable(values.get(name)).filter(value -> !value.isEmpty());
    }

    /**
     * @throws UsageException if it was not given
     */
    String get(String name) {
        return find(name)
                .orElseThrow(() ->
                        new UsageException("%s is missing: give it as %s=…".formatted(name, name)));
    }
}
