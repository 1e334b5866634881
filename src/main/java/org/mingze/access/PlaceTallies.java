package org.mingze.access;

import java.util.Map;
import org.mingze.web.Place;

/// 各处计数 — the counts beside the places of the main navigation.
public interface PlaceTallies {
    Map<Place, Integer> of(Officer officer);
}
