package io.orderloom.container;

import io.orderloom.aws.contract.QueueLimits;
import io.orderloom.aws.contract.ScheduleContract;
import io.orderloom.aws.contract.SecretKeeping;
import java.util.List;
import java.util.Optional;

/**
 * A known difference of an emulator from AWS. It does not weaken the contract: the test still
 * requires what AWS does and has to fail on this emulator. Once it passes, remove the difference.
 *
 * @param contract the class of the contract
 * @param test its method
 * @param reason a sentence without a full stop, as printed in the docs
 */
record Difference(Emulator emulator, Class<?> contract, String test, String reason) {
    static final List<Difference> ALL =
            List.of(
                    new Difference(
                            Emulator.MINISTACK,
                            QueueLimits.class,
                            "group_and_deduplication_ids_are_short_and_of_visible_characters",
                            "takes any text as the id of a group and of a deduplication"),
                    new Difference(
                            Emulator.MINISTACK,
                            SecretKeeping.class,
                            "a_value_has_64_kibibytes_at_most",
                            "takes a secret of any size"),
                    new Difference(
                            Emulator.MINISTACK,
                            ScheduleContract.class,
                            "a_schedule_with_no_time_in_it_is_refused",
                            "takes any text as the time of a schedule, and never calls for one that"
                                    + " it can't read"),
                    new Difference(
                            Emulator.LOCALSTACK,
                            QueueLimits.class,
                            "a_message_belongs_to_its_last_receiver",
                            "lets an earlier receiver of a message still change its visibility"),
                    new Difference(
                            Emulator.LOCALSTACK,
                            QueueLimits.class,
                            "the_messages_of_a_group_wait_for_a_postponed_one",
                            "delivers a message whose wait was set to zero while one before it in"
                                    + " its group is still hidden"),
                    new Difference(
                            Emulator.LOCALSTACK,
                            SecretKeeping.class,
                            "a_value_has_64_kibibytes_at_most",
                            "takes a secret of any size"),
                    new Difference(
                            Emulator.LOCALSTACK,
                            ScheduleContract.class,
                            "a_schedule_calls_its_target_in_its_minute_with_the_input_alone",
                            "keeps schedules and calls no target"));

    static Optional<Difference> of(Emulator emulator, String test) {
        return ALL.stream()
                .filter(one -> one.emulator() == emulator && one.test().equals(test))
                .findFirst();
    }
}
