package io.github.cucmcerts.rule;

/** A rule that the directory as a whole is held against. Its findings belong to no upload set. */
public non-sealed interface DirectoryRule extends Rule {
    void judge(Context context, Findings findings);
}
