package io.orderloom.simulation.account;

import io.orderloom.erp.Erp;
import io.orderloom.erp.ErpCapability;
import io.orderloom.erp.ErpConnector;
import io.orderloom.erp.ErpInstance;
import java.util.HashMap;
import java.util.Map;
import java.util.Set;

/** Opens scripted ERPs, one for each instance whichever function opens it. */
final class ScriptedErps implements ErpConnector {
    private final Map<String, ScriptedErp> erps = new HashMap<>();
    private final Set<ErpCapability> lacks;

    ScriptedErps(Set<ErpCapability> lacks) {
        this.lacks = lacks;
    }

    ScriptedErp get(String instance) {
        return erps.computeIfAbsent(instance, name -> new ScriptedErp(name));
    }

    @Override
    public String name() {
        return ScriptedErp.NAME;
    }

    @Override
    public Set<ErpCapability> lacks() {
        return lacks;
    }

    @Override
    public Erp open(ErpInstance instance) {
        return get(instance.name());
    }
}
