package io.github.cucmcerts.mojo;

import io.github.cucmcerts.check.Scope;
import io.github.cucmcerts.rule.Topic;
import java.util.EnumSet;
import org.apache.maven.plugins.annotations.LifecyclePhase;
import org.apache.maven.plugins.annotations.Mojo;

/** Checks the certification path of each certificate in its trust store. */
@Mojo(name = "check-chain", defaultPhase = LifecyclePhase.VERIFY, requiresProject = false, threadSafe = true)
public final class CheckChainMojo extends AbstractCheckMojo {
    @Override
    Scope scope() {
        return new Scope("check-chain", EnumSet.of(Topic.CHAIN));
    }
}
