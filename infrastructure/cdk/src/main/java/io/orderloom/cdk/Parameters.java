package io.orderloom.cdk;

import com.fasterxml.jackson.databind.JsonNode;
import io.orderloom.topology.Alarm;
import io.orderloom.topology.EventSource;
import io.orderloom.topology.Queue;
import io.orderloom.topology.Secret;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/**
 * The settings that may differ between stages; all else is the same. {@code docs/operations.md}
 * explains each.
 *
 * @param deployment {@code none}, {@code AllAtOnce}, or one of CodeDeploy's predefined
 *     configurations for Lambda
 * @param watched whether there are alarms and a dashboard
 * @param throttleRate webhooks a second that the API lets through
 * @param throttleBurst webhooks at once that it lets through above that
 * @param reservedConcurrency the part of the account's concurrency that is reserved for intake; 0
 *     for no reservation
 * @param maximumConcurrency invocations at the same time, by queue; the topology's where absent
 * @param accessLogRetentionDays days that the addresses of callers are kept
 * @param currencies ISO 4217 codes whose money is watched
 * @param alarms other thresholds, by the alarm's label, or by its label and subject
 * @param silenceHours hours without a webhook after which a channel instance raises an alarm, by
 *     its name, or by {@code *} for all others; the topology's where absent
 * @param runbooks where the runbooks can be read
 * @param connectors those of sources that the functions are packaged with beside the project's
 * @param channels the channel instances, without their secrets
 * @param erp the default ERP, and where it is
 * @param erps further ones by name
 * @param subscribers the subscribers, without the keys that sign their events
 * @param environment more settings for the functions, none of them secret
 * @param rotations ARNs of functions that rotate a secret, by its label
 * @param anchors where the nightly heads of all logs are kept
 * @param secretsReadAt a change of it restarts all functions, which then read their secrets again
 */
record Parameters(
        String deployment,
        boolean watched,
        DoorKind door,
        PackageChoice packages,
        Machine architecture,
        int throttleRate,
        int throttleBurst,
        int reservedConcurrency,
        Map<String, Integer> maximumConcurrency,
        int logRetentionDays,
        int accessLogRetentionDays,
        List<String> alarmEmails,
        List<String> currencies,
        Map<String, Long> alarms,
        Map<String, Integer> silenceHours,
        String runbooks,
        String costCenter,
        List<String> connectors,
        JsonNode channels,
        JsonNode erp,
        JsonNode erps,
        JsonNode subscribers,
        Map<String, String> environment,
        Map<String, String> rotations,
        int rotateAfterDays,
        String secretsReadAt,
        FrontDoorOption frontDoor,
        BackupOption backup,
        AnchorOption anchors) {

    private static final Pattern SOUNDS_SECRET =
            Pattern.compile(".*(SECRET|TOKEN|PASSWORD|API_KEY|CREDENTIAL).*");
    private static final String NONE = "none";
    private static final String ALL_OTHERS = "*";
    private static final int LONGEST_SILENCE = 24;
    private static final Pattern CURRENCY = Pattern.compile("[A-Z]{3}");

    Parameters {
        var queues = Stream.of(Queue.values()).map(Queue::label).toList();
        var labels = Stream.of(Alarm.values()).map(Alarm::label).toList();
        var secrets = Stream.of(Secret.values()).map(Secret::label).toList();
        check(
                "maximumConcurrency",
                maximumConcurrency.keySet().stream().filter(name -> !queues.contains(name)),
                "is no queue; there are " + queues);
        check(
                "alarms",
                alarms.keySet().stream()
                        .filter(name -> labels.stream().noneMatch(name::startsWith)),
                "is no alarm; there are " + labels);
        check(
                "silenceHours",
                silenceHours.keySet().stream()
                        .filter(name -> !name.equals(ALL_OTHERS) && !channels.has(name)),
                "is no channel instance of the parameter channels, and not *");
        check(
                "silenceHours",
                silenceHours.entrySet().stream()
                        .filter(one -> one.getValue() < 1 || one.getValue() > LONGEST_SILENCE)
                        .map(one -> "%s: %d".formatted(one.getKey(), one.getValue())),
                "is none of 1 to " + LONGEST_SILENCE);
        check(
                "rotations",
                rotations.keySet().stream().filter(name -> !secrets.contains(name)),
                "is no secret; there are " + secrets);
        check(
                "currencies",
                currencies.stream().filter(code -> !CURRENCY.matcher(code).matches()),
                "is no ISO 4217 code");
        check(
                "environment",
                environment.keySet().stream().filter(name -> SOUNDS_SECRET.matcher(name).matches()),
                "looks secret and would be readable by everybody who may look at the function; put it"
                        + " into a secret");
        check(
                "channels",
                channels.propertyStream()
                        .filter(channel -> claimed(channels, channel))
                        .map(Map.Entry::getKey),
                "has the shop of another instance, whose orders would be booked twice");
        check(
                "channels",
                channels.propertyStream()
                        .filter(channel ->
                                channel.getValue().has("secrets") || channel.getValue().has("api"))
                        .map(Map.Entry::getKey),
                "has 'secrets' or 'api'; they belong in the secrets channel-signing and"
                        + " channel-api");
        checkTogether(deployment, watched, door, frontDoor);
        SettingFlaws.first(channels, erp, erps, subscribers, environment)
                .ifPresent(flaw -> {
                    throw new IllegalArgumentException("parameter " + flaw);
                });
    }

    /** Refuses parameters that are each right by themselves but contradict each other. */
    private static void checkTogether(
            String deployment, boolean watched, DoorKind door, FrontDoorOption frontDoor) {
        check(
                "watched",
                Stream.of("false")
                        .filter(_ -> !watched)
                        .filter(_ -> !List.of(NONE, "AllAtOnce").contains(deployment)),
                "leaves no alarm that rolls the deployment '%s' back; set deployment to AllAtOnce or none"
                        .formatted(deployment));
        check(
                "door",
                Stream.of("function-url")
                        .filter(_ -> door == DoorKind.FUNCTION_URL && frontDoor.on()),
                "has no path that only the front door knows; set door to http-api");
    }

    /** Tells whether CodeDeploy moves the aliases; if not, CloudFormation moves them at once. */
    boolean deployed() {
        return !deployment.equals(NONE);
    }

    private static boolean claimed(JsonNode channels, Map.Entry<String, JsonNode> channel) {
        var shop = channel.getValue().path("shop").asText();
        return !shop.isEmpty()
                && channels.propertyStream()
                        .filter(other -> !other.getKey().equals(channel.getKey()))
                        .filter(other ->
                                other.getValue()
                                        .path("type")
                                        .equals(channel.getValue().path("type")))
                        .anyMatch(other ->
                                other.getValue().path("shop").asText().equalsIgnoreCase(shop));
    }

    private static void check(String name, Stream<String> wrong, String reason) {
        wrong.findFirst()
                .ifPresent(value -> {
                    throw new IllegalArgumentException(
                            "parameter %s: '%s' %s".formatted(name, value, reason));
                });
    }

    int maximumConcurrency(EventSource source) {
        return maximumConcurrency.getOrDefault(source.queue().label(), source.maximumConcurrency());
    }

    /** The alarm's rule with the threshold that the deployment gives it. */
    Alarm.Rule rule(Alarm alarm, String subject) {
        return Optional.ofNullable(alarms.get(alarm.label() + "-" + subject))
                .or(() -> Optional.ofNullable(alarms.get(alarm.label())))
                .map(threshold -> lasting(alarm, subject).withThreshold(threshold))
                .orElseGet(() -> lasting(alarm, subject));
    }

    /**
     * Uses the hours that the stage sets for a channel, because some shops sell less often than
     * others.
     */
    private Alarm.Rule lasting(Alarm alarm, String subject) {
        return Optional.of(alarm)
                .filter(Alarm.CHANNEL_SILENT::equals)
                .flatMap(_ ->
                        Optional.ofNullable(silenceHours.get(subject))
                                .or(() -> Optional.ofNullable(silenceHours.get(ALL_OTHERS))))
                .map(hours -> alarm.rule().lasting(hours))
                .orElse(alarm.rule());
    }

    List<String> channelInstances() {
        return channels.propertyStream().map(Map.Entry::getKey).sorted().toList();
    }

    Optional<String> rotation(Secret secret) {
        return Optional.ofNullable(rotations.get(secret.label()));
    }
}
