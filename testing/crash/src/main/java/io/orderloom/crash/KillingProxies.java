package io.orderloom.crash;

import io.orderloom.embedded.http.ProxyHook;
import io.orderloom.topology.Function;
import java.net.URI;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;

/** Leads all calls of the functions to the outside through proxies. */
final class KillingProxies implements ProxyHook, AutoCloseable {
    private final ProcessKiller reaper;
    private final List<KillingProxy> proxies = new ArrayList<>();

    KillingProxies(ProcessKiller reaper) {
        this.reaper = reaper;
    }

    @Override
    public synchronized URI to(String caller, Service service, URI target) {
        var proxy = new KillingProxy(reaper, function(caller), service, target);
        proxies.add(proxy);
        return URI.create(proxy.address() + target.getRawPath());
    }

    private static Function function(String label) {
        return Stream.of(Function.values())
                .filter(one -> one.label().equals(label))
                .findFirst()
                .orElseThrow();
    }

    @Override
    public synchronized void close() {
        proxies.forEach(KillingProxy::close);
    }
}
