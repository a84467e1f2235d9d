package io.orderloom.simulation.chaos;

import io.orderloom.simulation.effect.Trace;
import io.orderloom.simulation.world.Schedule;
import io.orderloom.simulation.world.Tampering;

public final class Try {
    public static void main(String[] a) throws Exception {
        java.util.logging.Logger.getLogger("").setLevel(java.util.logging.Level.OFF);
        {
            long from = Long.parseLong(a[0]), n = Long.parseLong(a[1]);
            long stride = a.length > 2 ? Long.parseLong(a[2]) : 1;
            boolean trace = a.length > 3;
            long steps = 0; long t0 = System.nanoTime();
            for (long s = from; s < from + n * stride; s += stride) {
                var o = io.orderloom.simulation.world.Run.of(Schedule.of(s), Tampering.NONE, trace ? (w, x) -> System.out.println(w + " " + x.get()) : Trace.NONE);
                steps += o.steps();
                if (!o.findings().all().isEmpty() || trace) {
                    System.out.println(o.schedule() + " " + o.lasted() + " steps " + o.steps() + " fp " + o.fingerprint());
                    o.findings().all().forEach(f -> System.out.println("   " + f));
                }
            }
            double sec = (System.nanoTime() - t0) / 1e9;
            System.out.printf("%d schedules, %d steps in %.1f s: %.0f steps/min%n", n, steps, sec, steps / sec * 60);
        }
    }
}
