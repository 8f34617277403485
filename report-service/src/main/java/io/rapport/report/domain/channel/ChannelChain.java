package io.rapport.report.domain.channel;

import java.util.List;
import java.util.UUID;

/**
 * A way from channel to channel that ended with a purchase.
 *
 * @param channels in the order in which people were first seen there in the 30 days before; the last one is where they bought
 * @param sales purchases that ended it
 * @param people the first 5 who went it
 */
public record ChannelChain(List<String> channels, long sales, List<UUID> people) {}
