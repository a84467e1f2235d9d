package io.orderloom.kit.config;

import io.orderloom.core.PostingProfile;
import io.orderloom.source.SourceInstance;

/** One configured shop, account or warehouse, and how the orders of a shop are booked. */
public record ChannelInstance(SourceInstance settings, PostingProfile profile) {}
