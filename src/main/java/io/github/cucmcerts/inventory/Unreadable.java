package io.github.cucmcerts.inventory;

/**
 * A part of a file, or a whole one, that can't be decoded.
 *
 * @param reason why, as a clause that follows the file's name
 */
public record Unreadable(Origin origin, String reason) implements FileObject {
    @Override
    public String kind() {
        return "UNREADABLE";
    }
}
