package io.github.cucmcerts.mojo;

import io.github.cucmcerts.check.Scope;
import io.github.cucmcerts.rule.Topic;
import java.util.EnumSet;
import org.apache.maven.plugins.annotations.LifecyclePhase;
import org.apache.maven.plugins.annotations.Mojo;

/** Checks which certificates must not change together, or need not change. */
@Mojo(name = "check-change", defaultPhase = LifecyclePhase.VERIFY, requiresProject = false, threadSafe = true)
public final class CheckChangeMojo extends AbstractCheckMojo {
    @Override
    Scope scope() {
        return new Scope("check-change", EnumSet.of(Topic.CHANGE));
    }
}
