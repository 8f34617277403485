package io.rapport.identity.domain.person;

import io.rapport.contracts.identity.HandleProfile;
import io.rapport.contracts.identity.HandleProfileBuilder;
import java.util.Arrays;
import java.util.Set;
import java.util.function.BiConsumer;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/** A part of a profile that changes independently of the others. The names are stored. */
public enum ProfileField {
    NAME(HandleProfile::name, (to, from) -> to.name(from.name())),
    DISPLAY_NAME(HandleProfile::displayName, (to, from) -> to.displayName(from.displayName())),
    URL(HandleProfile::url, (to, from) -> to.url(from.url())),
    BIO(HandleProfile::bio, (to, from) -> to.bio(from.bio())),
    LOCATION(HandleProfile::location, (to, from) -> to.location(from.location())),
    /** The mailbox belongs to the address. */
    EMAIL(HandleProfile::emailHash, (to, from) -> to.emailHash(from.emailHash()).mailboxHash(from.mailboxHash())),
    PHONE(HandleProfile::phoneHash, (to, from) -> to.phoneHash(from.phoneHash())),
    /** An empty list is a value. */
    REL_ME(HandleProfile::relMe, (to, from) -> to.relMe(from.relMe())),
    WEB_FINGER(HandleProfile::webFinger, (to, from) -> to.webFinger(from.webFinger()));

    private final Function<HandleProfile, @Nullable Object> value;
    private final BiConsumer<HandleProfileBuilder, HandleProfile> copy;

    ProfileField(
            Function<HandleProfile, @Nullable Object> value, BiConsumer<HandleProfileBuilder, HandleProfile> copy) {
        this.value = value;
        this.copy = copy;
    }

    /** The fields that a profile states. */
    static Set<ProfileField> statedBy(HandleProfile profile) {
        return Arrays.stream(values())
                .filter(field -> field.isStatedBy(profile))
                .collect(Collectors.toSet());
    }

    /** Whether a profile has a value; a blank text is none. */
    boolean isStatedBy(HandleProfile profile) {
        var stated = value.apply(profile);
        return stated != null && !(stated instanceof String text && text.isBlank());
    }

    /** The value as a text, to choose one of two values of the same time. */
    String text(HandleProfile profile) {
        return this == EMAIL ? profile.emailHash() + " " + profile.mailboxHash() : String.valueOf(value.apply(profile));
    }

    void copy(HandleProfileBuilder to, HandleProfile from) {
        copy.accept(to, from);
    }
}
