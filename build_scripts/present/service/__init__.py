"""The catalog as static JSON below `api/v1/`, in small pieces, and the OpenAPI document that describes them."""

from build_scripts.present.service.files import service_files

__all__ = ["service_files"]
