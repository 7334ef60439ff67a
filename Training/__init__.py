"""Pretraining of the face generator: record -> w -> picture, then z -> w, then adversarial sharpening."""
