package io.github.cucmcerts.rule;

import io.github.cucmcerts.trust.Facts;

/** Checks the directory as a whole. Its findings belong to no upload set. */
public interface DirectoryCheck {
    void check(Facts facts, Findings findings);
}
