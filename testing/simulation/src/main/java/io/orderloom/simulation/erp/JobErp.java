package io.orderloom.simulation.erp;

import io.orderloom.erp.Booking;
import io.orderloom.erp.ExternalId;
import io.orderloom.fault.Fault;
import io.orderloom.simulation.erp.Jobs.Job;
import io.orderloom.simulation.erp.Jobs.Progress;
import java.util.Comparator;
import java.util.List;

/**
 * The adapter for an ERP that answers an order with the number of a job. While a job runs the call
 * is in doubt, and the doubt clears up by itself, so the adapter looks for the order among the jobs
 * until one has ended.
 */
final class JobErp extends TwinErp {

    JobErp(FaultyConnection wire) {
        super(wire);
    }

    @Override
    public PostAnswer post(Booking booking, ExternalId id) {
        return switch (jobs(id)) {
            case Reply.Given<List<Job>>(var jobs) ->
                    switch (furthest(jobs)) {
                        case Progress.Running() -> new Failed(running(id));
                        case Progress.Booked(var document) -> adopt(entry(document));
                        case Progress.Refused(var why) -> refused(why, id);
                        case Progress.Broken() -> submit(SentSalesOrder.of(booking, id), id);
                    };
            case Reply.Missed<List<Job>>(var fault) -> new Failed(fault);
            case Reply.Taken<List<Job>>() -> new Failed(taken(id.value()));
        };
    }

    private PostAnswer submit(SentSalesOrder order, ExternalId id) {
        return switch (wire.write(
                "submit", id.value(), commit -> wire.host().jobs().submit(order, commit))) {
            case Reply.Given<Job>(var job) ->
                    new Failed(new Fault.InDoubt("taken in as job " + job.number()));
            case Reply.Missed<Job>(var fault) -> new Failed(fault);
            case Reply.Taken<Job>() -> new Failed(taken(id.value()));
        };
    }

    /**
     * The job is put away before the rejection is returned, so that a new request creates a new
     * job.
     */
    private PostAnswer refused(Entered.Refused why, ExternalId id) {
        return switch (wire.write(
                "put away", id.value(), _ -> wire.host().jobs().putAwayRefused(id.value()))) {
            case Reply.Given<Boolean> _ -> new Failed(why.fault());
            case Reply.Missed<Boolean>(var fault) -> new Failed(fault);
            case Reply.Taken<Boolean>() -> new Failed(taken(id.value()));
        };
    }

    @Override
    public FindAnswer find(ExternalId id) {
        return switch (jobs(id)) {
            case Reply.Given<List<Job>>(var jobs) ->
                    switch (furthest(jobs)) {
                        case Progress.Running() -> new Failed(running(id));
                        case Progress.Booked(var document) ->
                                new Booked(entry(document).document());
                        case Progress.Refused _, Progress.Broken _ -> new Absent();
                    };
            case Reply.Missed<List<Job>>(var fault) -> new Failed(fault);
            case Reply.Taken<List<Job>>() -> new Failed(taken(id.value()));
        };
    }

    private Reply<List<Job>> jobs(ExternalId id) {
        return wire.read("list jobs of", id.value(), () -> wire.host().jobs().visible(id.value()));
    }

    /**
     * The joint result of all jobs: one document is enough, and a running job may still create it.
     */
    private static Progress furthest(List<Job> jobs) {
        return jobs.stream()
                .map(Job::progress)
                .max(Comparator.comparingInt(JobErp::rank))
                .orElseGet(Progress.Broken::new);
    }

    private static int rank(Progress progress) {
        return switch (progress) {
            case Progress.Booked _ -> 3;
            case Progress.Running _ -> 2;
            case Progress.Refused _ -> 1;
            case Progress.Broken _ -> 0;
        };
    }

    private Entry entry(String documentId) {
        return wire.host().books().get(documentId);
    }

    private static Fault running(ExternalId id) {
        return new Fault.InDoubt("a job for %s is still running".formatted(id));
    }
}
