package io.github.cucmcerts.mojo;

import io.github.cucmcerts.rule.Topic;
import java.util.EnumSet;
import java.util.Set;
import org.apache.maven.plugins.annotations.LifecyclePhase;
import org.apache.maven.plugins.annotations.Mojo;

/** Judges what must not change together, or need not change. */
@Mojo(name = "check-change", defaultPhase = LifecyclePhase.VERIFY, requiresProject = false, threadSafe = true)
public final class CheckChangeMojo extends AbstractCheckMojo {
    @Override
    Set<Topic> topics() {
        return EnumSet.of(Topic.CHANGE);
    }
}
