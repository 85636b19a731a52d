package io.github.cucmcerts.cucm;

/** A place in a document that states a fact; the section is empty if the whole document states it. */
public record Citation(Document document, String section) {
    @Override
    public String toString() {
        return section.isEmpty() ? document.label() : document.label() + ", " + section;
    }
}
